# Everything here needs only Python 3.11 or newer and make. The environment is made in .venv on first use.
# 只需要 Python 3.11 以上和 make；首次运行时自动建立 .venv 环境。

VENV := .venv
ifeq ($(OS),Windows_NT)
  BIN := $(VENV)/Scripts
  PEERS_BIN := $(VENV)/peers/Scripts
else
  BIN := $(VENV)/bin
  PEERS_BIN := $(VENV)/peers/bin
endif

# The first of these that is at least 3.11; `make PYTHON=/path/to/python` overrides it.
CANDIDATES := python3 python3.14 python3.13 python3.12 python3.11 python
IS_NEW_ENOUGH := import sys; sys.exit(sys.version_info < (3, 11))
PYTHON ?= $(firstword $(foreach p,$(CANDIDATES),$(shell $(p) -c "$(IS_NEW_ENOUGH)" >/dev/null 2>&1 && echo $(p))))

# One stamp for each set of packages, so that a second run is quick.
ENVIRONMENT := $(VENV)/.stamp-environment
INSTALLED := $(VENV)/.stamp-posdoc
DEV := $(VENV)/.stamp-dev
DOCS := $(VENV)/.stamp-docs
MUTATION := $(VENV)/.stamp-mutation
PEERS := $(VENV)/.stamp-peers
FUZZ := $(VENV)/.stamp-fuzz
COVERAGE := $(VENV)/.stamp-coverage
COMPATIBILITY := $(VENV)/.stamp-compatibility
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

# Which folder of src/posdoc `make mutation` changes, and how many mutants are drawn by lot; all of them if it is empty.
PART ?= rules
SAMPLE ?=

.DEFAULT_GOAL := help
.PHONY: help demo test lint docs bench proof compatibility mutation coverage fuzz clean

help:
	@echo "make demo      check the sample department and make its documents and charts  检查示例部门并生成文件和图"
	@echo "make test      run the tests                                                  运行测试"
	@echo "make lint      ruff, mypy and the import contracts                            代码检查"
	@echo "make docs      build the documentation into site/                             生成文档网站"
	@echo "make bench     measure it all against other programs; forty minutes           与其他程序比较速度（约四十分钟）"
	@echo "make proof     prove every document of the sample, and fuzz; takes hours       逐份验证示例文件并做模糊测试（需数小时）"
	@echo "make compatibility  every Python here, with the newest packages and the oldest  各版本兼容性（数分钟）"
	@echo "make mutation  change the rules in small ways; their tests have to notice     变异测试（约二十分钟）"
	@echo "make coverage  which lines and branches the tests reach; forty minutes         测试覆盖率（约四十分钟）"
	@echo "make fuzz      feed the readers with broken files; a minute for each           模糊测试（每项一分钟）"
	@echo "make clean     remove everything that was made                                删除所有生成物"

demo: $(INSTALLED)
	$(BIN)/posdoc check
	$(BIN)/posdoc build
	@echo
	@echo "The documents and charts are in: $(CURDIR)/output"
	@echo "文件和图已生成，位置：$(CURDIR)/output"

test: $(DEV)
	$(BIN)/python -m pytest -n auto --dist worksteal $(PYTEST_ARGS)

lint: $(DEV)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

docs: $(DOCS)
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict --quiet
	@echo "The pages are in: $(CURDIR)/site"

bench: $(PEERS)
	$(BIN)/python -m benchmarks $(BENCH_ARGS)

proof: $(FUZZ)
	$(BIN)/python -m pytest -m proof $(PYTEST_ARGS)

compatibility: $(COMPATIBILITY)
	$(BIN)/python -m benchmarks.compatibility

mutation: $(MUTATION)
	@test "$$(cat mutants/.part 2>/dev/null)" = "$(PART)" || rm -rf mutants
	@mkdir -p mutants && echo "$(PART)" > mutants/.part
	POSDOC_PART=$(PART) POSDOC_SAMPLE=$(SAMPLE) $(BIN)/python benchmarks/mutation.py run $(MUTMUT_ARGS)
	POSDOC_PART=$(PART) POSDOC_SAMPLE=$(SAMPLE) $(BIN)/python benchmarks/mutation_summary.py

coverage: $(COVERAGE)
	$(BIN)/python -m benchmarks.coverage_of_tests $(PYTEST_ARGS)

fuzz: $(FUZZ)
	$(BIN)/python -m tests.fuzz.run $(FUZZ_ARGS)

clean:
	rm -rf $(VENV) output site dist mutants .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find src tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +

$(ENVIRONMENT):
	@test -n "$(PYTHON)" || { \
	  echo "posdoc needs Python 3.11 or newer, and none of these is: $(CANDIDATES)." >&2; \
	  echo "Install one from https://www.python.org/downloads/ or run: make PYTHON=/path/to/python" >&2; \
	  echo "需要 Python 3.11 以上版本；请安装，或运行 make PYTHON=Python的路径" >&2; exit 1; }
	@$(PYTHON) -c "import ensurepip, venv" >/dev/null 2>&1 || { \
	  echo "$(PYTHON) cannot make environments: its modules venv and ensurepip are missing." >&2; \
	  echo "On Debian and Ubuntu run:  sudo apt-get install python3-venv" >&2; \
	  echo "缺少 venv 模块；Debian、Ubuntu 请运行：sudo apt-get install python3-venv" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(PIP) install --upgrade "pip>=25.1"
	@touch $@

$(INSTALLED): pyproject.toml $(ENVIRONMENT)
	$(PIP) install --editable .
	@touch $@

$(DEV): pyproject.toml $(INSTALLED)
	$(PIP) install --group dev
	@touch $@

$(DOCS): pyproject.toml $(ENVIRONMENT)
	$(PIP) install --group docs
	@touch $@

$(COMPATIBILITY): pyproject.toml $(DEV)
	$(PIP) install --group compatibility
	@touch $@

$(COVERAGE): pyproject.toml $(DEV)
	$(PIP) install --group coverage
	@touch $@

$(FUZZ): pyproject.toml $(DEV)
	$(PIP) install --group fuzz
	@touch $@

# Programs that posdoc is compared with, in an environment of their own.
$(PEERS): pyproject.toml $(DEV)
	$(PYTHON) -m venv $(VENV)/peers
	$(PEERS_BIN)/python -m pip --disable-pip-version-check --quiet install --upgrade "pip>=25.1"
	$(PEERS_BIN)/python -m pip --disable-pip-version-check --quiet install --group peers
	@touch $@

$(MUTATION): pyproject.toml $(DEV)
	$(PIP) install --group mutation
	@touch $@
