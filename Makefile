# The two commands: `make dry-run` and `make test`. Both install what is missing, build, and do their job.

SWIFT ?= swift
DEBUG := --scratch-path .build
RELEASE := --scratch-path .build-release -c release
OPTIMISED := --scratch-path .build-optimised -c release
CHECK_IMPORTS := --explicit-target-dependency-import-check error
ARGS ?=

.PHONY: dry-run test test-release test-engine setup lint format examples clean

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
	$(SWIFT) format lint --strict --parallel --recursive Package.swift Sources Tests Plugins

format:
	$(SWIFT) format --in-place --parallel --recursive Package.swift Sources Tests Plugins

clean:
	rm -rf .build .build-release .build-optimised .build-engine .build-examples

examples: setup ## Builds and runs the examples, and compares what they print.
	$(SWIFT) build --package-path Examples/ClinicianTool --scratch-path .build-examples
	cd Examples/ClinicianTool && ../../.build-examples/debug/ClinicianTool | diff expected.txt -

test-engine: setup ## The engine and its tests, with nothing of Plugins/ built.
	CAIRN_ENGINE_ONLY=1 $(SWIFT) build --scratch-path .build-engine --build-tests
	CAIRN_ENGINE_ONLY=1 $(SWIFT) test --scratch-path .build-engine --skip-build
