"""One rule, one module, one test: a docstring with PASS and FAIL, and a generator of problems."""
