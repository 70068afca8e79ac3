# The two commands: `make dry-run` and `make test`. Both install what is missing, build, and do their job.

SWIFT ?= swift
DEBUG := --scratch-path .build
RELEASE := --scratch-path .build-release -c release
OPTIMISED := --scratch-path .build-optimised -c release
CHECK_IMPORTS := --explicit-target-dependency-import-check error
ARGS ?=
SWIFT_CODE := Package.swift Sources Tests Plugins $(foreach package,Benchmarks Fuzz,$(package)/Package.swift $(package)/Sources)
FUZZ_SECONDS ?= 60

.PHONY: dry-run test test-release test-engine setup lint format test-python examples benchmarks fuzz soak clean

dry-run: setup ## What the rulebook in rules/ does to its sample profiles (ARGS="--profile dev" for one).
	$(SWIFT) build $(RELEASE) --product cairn
	.build-release/release/cairn dry-run $(ARGS)

test: setup ## The tests, in debug.
	$(SWIFT) build $(DEBUG) --build-tests $(CHECK_IMPORTS)
	$(SWIFT) test $(DEBUG) --skip-build

test-release: setup ## The same tests, optimised.
	$(SWIFT) build $(OPTIMISED) --build-tests -Xswiftc -enable-testing
	$(SWIFT) test $(OPTIMISED) --skip-build

setup: ## Installs Debian's libyaml and simdjson where they are missing.
	@.ci/setup

lint: ## Layout and manners of the Swift code.
	$(SWIFT) format lint --strict --parallel --recursive $(SWIFT_CODE)

format:
	$(SWIFT) format --in-place --parallel --recursive $(SWIFT_CODE)

test-python: setup ## The schema held to an independent validator and to the reader, and the files to other readers of YAML.
	$(SWIFT) build $(DEBUG) --product cairn
	test -x .build-python/bin/python || python3 -m venv .build-python
	.build-python/bin/pip install --quiet --disable-pip-version-check -r Tests/Python/requirements.txt
	CAIRN=$(CURDIR)/.build/debug/cairn .build-python/bin/python -B -m unittest discover --start-directory Tests/Python

clean:
	rm -rf .build .build-python .build-release .build-optimised .build-engine .build-examples Benchmarks/.build Fuzz/.build

examples: setup ## Builds and runs the examples, and compares what they print.
	$(SWIFT) build --package-path Examples/ClinicianTool --scratch-path .build-examples
	cd Examples/ClinicianTool && ../../.build-examples/debug/ClinicianTool | diff expected.txt -

test-engine: setup ## The engine and its tests, with nothing of Plugins/ built.
	CAIRN_ENGINE_ONLY=1 $(SWIFT) build --scratch-path .build-engine --build-tests
	CAIRN_ENGINE_ONLY=1 $(SWIFT) test --scratch-path .build-engine --skip-build

benchmarks: setup ## How fast the matcher, the loader, the deep checks and the matching of offers are, as tables.
	$(SWIFT) build -c release --package-path Benchmarks -Xswiftc -enable-testing
	Benchmarks/.build/release/cairn-benchmarks match
	Benchmarks/.build/release/cairn-benchmarks load
	Benchmarks/.build/release/cairn-benchmarks check
	Benchmarks/.build/release/cairn-benchmarks offers

fuzz: setup ## Hostile bytes at both doors, FUZZ_SECONDS each.
	SWIFT=$(SWIFT) Fuzz/run $(FUZZ_SECONDS)

soak: setup ## Half an hour of fuzzing at each door, and the laws on fifty times the usual worlds.
	$(MAKE) fuzz FUZZ_SECONDS=1800
	$(SWIFT) build $(OPTIMISED) --build-tests -Xswiftc -enable-testing
	CAIRN_LAWS=50 $(SWIFT) test $(OPTIMISED) --skip-build --filter Laws
