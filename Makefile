# The two commands: `make dry-run` and `make test`. Both install what is missing, build, and do their job.

SWIFT ?= swift
DEBUG := --scratch-path .build
RELEASE := --scratch-path .build-release -c release
CHECK_IMPORTS := --explicit-target-dependency-import-check error
ARGS ?=

.PHONY: dry-run test test-release setup lint format examples fuzz soak clean

dry-run: setup ## What the rulebook in rules/ does to its sample profiles (ARGS="--profile dev" for one).
	$(SWIFT) build $(RELEASE) --product cairn
	.build-release/release/cairn dry-run $(ARGS)

test: setup ## The tests, in debug.
	$(SWIFT) build $(DEBUG) --build-tests $(CHECK_IMPORTS)
	$(SWIFT) test $(DEBUG) --skip-build

test-release: setup ## The same tests, optimised.
	$(SWIFT) build $(RELEASE) --build-tests -Xswiftc -enable-testing
	$(SWIFT) test $(RELEASE) --skip-build

setup: ## Installs Debian's libyaml and simdjson where they are missing.
	@.ci/setup

lint: ## Layout and manners of the Swift code.
	$(SWIFT) format lint --strict --parallel --recursive Package.swift Sources Tests Plugins

format:
	$(SWIFT) format --in-place --parallel --recursive Package.swift Sources Tests Plugins

clean:
	rm -rf .build .build-release
