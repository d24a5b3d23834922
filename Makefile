SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.PHONY: help setup build test unit sanitize coverage faults fresh fuzz demo bench check fmt install release deb try-deb dist

SWIFT_SOURCES := Sources Tests Themes Package.swift
PREFIX ?= /usr/local
# Short relocations, no symbols for libraries that nobody loads, no tables for exceptions that nobody throws: 4 MB less in
# memory at each start.
LEAN := -Xswiftc -use-ld=lld $(foreach flag,-z pack-relative-relocs --icf=safe --no-export-dynamic --no-eh-frame-hdr \
    -T Packaging/lean.ld,-Xlinker $(flag))
COMMIT = $(shell git rev-parse --short=12 HEAD 2>/dev/null)
RELEASE := --configuration release --static-swift-stdlib --product mirrorctl $(LEAN)

help: ## This list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: ## The wizard, on a sample cluster with a real registry beside it; leaving stops what it started
	@Tests/setup build lab
	@Demo/run

test: ## Everything: set-up, lint, build, all tests
	@Tests/setup build lab test
	@$(MAKE) --no-print-directory check
	@Tests/run

unit: ## The suites that start no other program, in seconds once they are built
	@Tests/setup build
	@Tests/run unit

sanitize: ## The suites that go through C, and the pure ones, under the address and undefined behaviour sanitizers
	@Tests/setup build lab test
	@Tests/run sanitize $(if $(SUITES),'$(SUITES)')

coverage: ## All tests once more, and which part of each module ran
	@Tests/setup build lab test
	@Tests/run coverage $(if $(SUITES),'$(SUITES)')

faults: ## Thirty faults, seeded one by one: each has to be caught
	@Tests/setup build lab test
	@Tests/Faults/seed

fresh: ## make test in a root with nothing but Debian's minimal packages and Swift
	@Tests/setup deb
	@Tests/fresh-root

READER ?= yaml
MINUTES ?= 60

fuzz: ## libFuzzer over one reader: READER=yaml|toml|log|report|bundle|tar|certificate MINUTES=60
	@Tests/setup build
	@python3 -B Tests/Fuzz/samples.py $(READER) .build/fuzz/samples/$(READER)
	@MIRRORCTL_FUZZ_TARGET=1 swift build --configuration release --product fuzz --scratch-path .build/fuzz/build \
	    -Xswiftc -sanitize=fuzzer
	@.build/fuzz/build/release/fuzz $(READER) -max_total_time=$$(($(MINUTES) * 60)) -timeout=60 -rss_limit_mb=1500 \
	    -max_len=20000 -artifact_prefix=.build/fuzz/$(READER)- -print_final_stats=1 .build/fuzz/samples/$(READER)

setup: ## Install the Debian packages that are missing
	@Tests/setup build lab test bench

build: ## Debug build
	@swift build --product mirrorctl

release: ## One binary with the Swift runtime in it: .build/mirrorctl
	@MIRRORCTL_COMMIT=$(COMMIT) swift build $(RELEASE)
	@strip -o .build/mirrorctl "$$(MIRRORCTL_COMMIT=$(COMMIT) swift build $(RELEASE) --show-bin-path)/mirrorctl"
	@stat -c '%n: %s bytes' .build/mirrorctl
	@test "$$(stat -c %s .build/mirrorctl)" -lt 30000000

deb: release ## A Debian package in .build/deb, made twice and compared, and looked at by lintian
	@Tests/setup build deb
	@rm -rf .build/deb
	@Packaging/deb .build/mirrorctl .build/deb
	@Packaging/deb .build/mirrorctl .build/deb/again >.build/deb/again.log
	@cmp .build/deb/*.deb .build/deb/again/*.deb
	@lintian --no-cfg --fail-on error,warning .build/deb/*.deb

try-deb: deb ## The package installed, used, upgraded and removed in fresh roots of Debian 12 and 13
	@for suite in bookworm trixie; do Packaging/try-deb .build/deb/mirrorctl_*.deb $$suite; done

dist: deb ## What crosses an air gap, in .build/dist: package, tarball, SBOM, SHA256SUMS
	@rm -rf .build/dist
	@install -Dt .build/dist -m 644 .build/deb/mirrorctl_*.deb
	@Packaging/dist .build/mirrorctl .build/dist
	@cd .build/dist && sha256sum --quiet --check SHA256SUMS

install: release ## Release build into PREFIX/bin (default /usr/local)
	@install -D -m 755 .build/mirrorctl $(DESTDIR)$(PREFIX)/bin/mirrorctl

bench: ## Compare with whiptail and curl; a table, and .build/bench.json
	@Tests/setup build lab bench
	@mkdir -p .build
	@$(MAKE) --no-print-directory release >.build/bench-build.log 2>&1 || { tail -30 .build/bench-build.log; exit 1; }
	@python3 -B Tests/Bench/bench.py .build/mirrorctl
	@python3 -B Tests/Bench/nodes.py .build/mirrorctl
	@python3 -B Tests/Bench/push.py .build/mirrorctl
	@python3 -B Tests/Bench/hostile.py .build/mirrorctl
	@python3 -B Tests/Bench/audit.py .build/mirrorctl

check: ## Format and lint without changing anything
	@swift format lint --strict --recursive $(SWIFT_SOURCES)

fmt: ## Format all sources
	@swift format --in-place --recursive $(SWIFT_SOURCES)
