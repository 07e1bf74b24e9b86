# The two commands: `make demo` shows the picture, `make test` checks everything. Both install what is missing.
SHELL := /bin/bash
.DELETE_ON_ERROR:
.PHONY: demo test build release goldens site screenshots check-site check-site-sample browser site-checkers lint format bench bench-scale bench-serving coverage prove install tools bench-tools toolchain clean help

SWIFT ?= swift
# An import that a target doesn't declare is an error; SwiftPM alone would let it through.
CHECKS := --explicit-target-dependency-import-check error
RELEASE := -c release --static-swift-stdlib $(CHECKS)
FOLLOWUP := .build/release/followup
# What the tests' own program leaves of its coverage when others run it, and Python of its modules.
UNCOUNTED := LLVM_PROFILE_FILE=/dev/null PYTHONDONTWRITEBYTECODE=1
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
SOURCES := Package.swift Sources Tests $(wildcard Plugins)
PREFIX ?= /usr/local
CHECKERS := .build/site-checkers

help: ## Show this list.
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 20

demo: release ## Build and print the harmonised picture of forums/.
	@$(FOLLOWUP) status
	@echo
	@$(FOLLOWUP) matrix --measure 67
	@echo
	@echo 'Ask why of any cell, for example: $(FOLLOWUP) explain ARG 67.2'

test: tools lint ## Lint, run every test, check coverage, prove the data against the reference, check the site.
	$(SWIFT) test --enable-code-coverage $(CHECKS)
	@python3 Tests/Tools/coverage.py "$$($(SWIFT) test --show-codecov-path)"
	@$(UNCOUNTED) /usr/bin/python3 Tests/Terminal/terminal.py "$$($(SWIFT) build --show-bin-path)/followup"
	@SWIFT=$(SWIFT) Tests/OwnPackage/run.sh
	@$(UNCOUNTED) python3 Tests/Server/connections.py "$$($(SWIFT) build --show-bin-path)/followup"
	@$(UNCOUNTED) python3 Tests/Fuzz/fuzz.py "$$($(SWIFT) build --show-bin-path)/followup"
	@$(UNCOUNTED) python3 Tests/Server/schemathesis.py "$$($(SWIFT) build --show-bin-path)/followup"
	@$(UNCOUNTED) python3 Tests/Faults/faults.py "$$($(SWIFT) build --show-bin-path)/followup"
	@$(UNCOUNTED) python3 Tests/Faults/cuts.py "$$($(SWIFT) build --show-bin-path)/followup"
	@$(UNCOUNTED) python3 Tests/Publishing/kills.py "$$($(SWIFT) build --show-bin-path)/followup"
	@$(UNCOUNTED) python3 Tests/Benchmarks/Tests/run.py "$$($(SWIFT) build --show-bin-path)/followup"
	@$(MAKE) --no-print-directory prove
	@$(MAKE) --no-print-directory check-site-sample

fuzz: release ## Try mutated workspaces and requests for ten minutes; FUZZ='--seed 7 --seconds 60' tries others.
	@PYTHONDONTWRITEBYTECODE=1 python3 Tests/Fuzz/fuzz.py $(FOLLOWUP) --seconds 600 $(FUZZ)

prove: tools ## Prove that no fact of the reference files is lost in forums/ (where they are present).
	@/usr/bin/python3 Tests/Reference/prove.py

build: tools ## Build for debugging.
	$(SWIFT) build $(CHECKS)

release: tools ## Build for use.
	@echo 'Building followup (a minute or two the first time) …'
	@# The linker warns of functions that look things up through the system's own libraries; see decision 17.
	@$(SWIFT) build $(RELEASE) --product followup 2>&1 | tee .build/release.log | grep -E '(error|warning):' \
	  | grep -v 'in statically linked applications' || true; \
	tail -n 1 .build/release.log | grep -q 'complete!' || { cat .build/release.log; exit 1; }

goldens: tools ## Write every golden file, every output in the documentation and the schemas anew; then read the difference.
	$(SWIFT) build --build-tests $(CHECKS)
	@"$$($(SWIFT) build --show-bin-path)/followup" schema --write
	UPDATE_GOLDENS=1 $(SWIFT) test $(CHECKS)
	@python3 Tests/Tools/transcripts.py "$$($(SWIFT) build --show-bin-path)/followup"
	@UPDATE_GOLDENS=1 SWIFT=$(SWIFT) Tests/OwnPackage/run.sh
	@git status --short

site: release ## Publish the site of forums/ into .build/site.
	@$(FOLLOWUP) publish .build/site

screenshots: site site-checkers ## Take pictures of the pages into .build/screenshots; ONLY='matrix-es' takes those that match.
	@PYTHONDONTWRITEBYTECODE=1 $(CHECKERS)/bin/python Tests/Browser/screenshots.py .build/site .build/screenshots $(if $(ONLY),'$(ONLY)')

check-site: site site-checkers ## Check every page of the site: markup, links, accessibility, colours, weight, use; ONLY=links asks one.
	@PYTHONDONTWRITEBYTECODE=1 $(CHECKERS)/bin/python Tests/Browser/check.py .build/site --all $(addprefix --only ,$(ONLY))

# The part of the checks that make test runs; it takes the site from the build for debugging.
check-site-sample: site-checkers
	@$(UNCOUNTED) $(CHECKERS)/bin/python Tests/Browser/checks_tests.py
	@$(UNCOUNTED) "$$($(SWIFT) build --show-bin-path)/followup" publish .build/checked-site
	@$(UNCOUNTED) $(CHECKERS)/bin/python Tests/Browser/check.py .build/checked-site

lint: toolchain ## Check the format and the doc comments.
	@$(SWIFT) format lint --strict --parallel --recursive $(SOURCES)

format: toolchain ## Put the sources in format.
	@$(SWIFT) format --in-place --parallel --recursive $(SOURCES)

bench: tools bench-tools ## Measure all goals against our peers; BENCH='--only yaml' passes options on.
	@SWIFT=$(SWIFT) python3 Tests/Benchmarks/bench.py $(BENCH)

bench-scale: tools bench-tools ## Measure how time and memory grow with reports, countries and forums.
	@SWIFT=$(SWIFT) python3 Tests/Benchmarks/bench.py --scale $(BENCH)

bench-serving: tools bench-tools ## Measure the server beside a bare handler and Datasette.
	@SWIFT=$(SWIFT) python3 Tests/Benchmarks/serving.py $(BENCH)

install: release ## Install the command, its man page and shell completions below PREFIX.
	install -D -m 755 -t $(DESTDIR)$(PREFIX)/bin $(FOLLOWUP)
	@mkdir -p $(DESTDIR)$(PREFIX)/share/{man/man1,bash-completion/completions,zsh/site-functions,fish/vendor_completions.d}
	$(FOLLOWUP) man > $(DESTDIR)$(PREFIX)/share/man/man1/followup.1
	$(FOLLOWUP) --generate-completion-script bash > $(DESTDIR)$(PREFIX)/share/bash-completion/completions/followup
	$(FOLLOWUP) --generate-completion-script zsh > $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_followup
	$(FOLLOWUP) --generate-completion-script fish > $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/followup.fish

clean: ## Remove everything built.
	rm -rf .build

toolchain:
	@command -v $(SWIFT) >/dev/null 2>&1 || { \
	  echo 'The Swift toolchain is missing: followup needs Swift 6.2 or newer on the PATH.' >&2; \
	  echo 'Install it from swift.org (Linux: the tarball or swiftly), then try again.' >&2; exit 1; }

# The system's packages, each with a file that shows whether it is there.
tools: toolchain
	@mkdir -p .build
	@missing=''; \
	pkg-config --exists yaml-0.1 2>/dev/null || missing="$$missing libyaml-dev pkg-config"; \
	pkg-config --exists libcrypto 2>/dev/null || missing="$$missing libssl-dev pkg-config"; \
	pkg-config --exists zlib 2>/dev/null || missing="$$missing zlib1g-dev pkg-config"; \
	python3 -c 'import venv, ensurepip' 2>/dev/null || missing="$$missing python3-venv"; \
	command -v strace >/dev/null 2>&1 || missing="$$missing strace"; \
	[ -x /usr/bin/python3 ] && /usr/bin/python3 -c 'import yaml' 2>/dev/null || missing="$$missing python3 python3-yaml"; \
	$(call install-missing)

bench-tools:
	@missing=''; \
	command -v cc >/dev/null 2>&1 || missing="$$missing gcc libc6-dev"; \
	command -v wrk >/dev/null 2>&1 || missing="$$missing wrk"; \
	python3 -c 'import venv, ensurepip' 2>/dev/null || missing="$$missing python3-venv"; \
	$(call install-missing)

# A browser and letters for it.
browser:
	@missing=''; \
	command -v chromium >/dev/null 2>&1 || missing="$$missing chromium fonts-dejavu-core"; \
	$(call install-missing)

# The programs that check the site: Python packages in an environment of their own, and Java for the checker of markup.
site-checkers: browser
	@missing=''; \
	command -v java >/dev/null 2>&1 || missing="$$missing default-jre-headless"; \
	python3 -c 'import venv, ensurepip' 2>/dev/null || missing="$$missing python3-venv"; \
	$(call install-missing)
	@$(MAKE) --no-print-directory $(CHECKERS)/ready

$(CHECKERS)/ready: Tests/Browser/requirements.txt
	@echo 'Installing the programs that check the site …'
	@rm -rf $(CHECKERS) && python3 -m venv $(CHECKERS)
	@$(CHECKERS)/bin/python -m pip install --quiet --disable-pip-version-check --requirement $< 2> $(CHECKERS)/pip.log \
	  || { cat $(CHECKERS)/pip.log; exit 1; }
	@touch $@

define install-missing
if [ -n "$$missing" ]; then \
  command -v apt-get >/dev/null 2>&1 || { echo "Please install:$$missing" >&2; exit 1; }; \
  echo "Installing$$missing …"; \
  $(SUDO) apt-get update -qq && DEBIAN_FRONTEND=noninteractive $(SUDO) apt-get install -y -qq $$missing >/dev/null; \
fi
endef
