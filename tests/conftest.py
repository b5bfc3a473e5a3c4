"""Loads the step definitions for every test below."""

from steps import MODULES

pytest_plugins = MODULES
