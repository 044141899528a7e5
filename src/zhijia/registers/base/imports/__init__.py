"""Imports (导入): a sheet as an office sends it becomes rows of a register; looked at first, written as a whole, undone as one.

One engine serves the page and the command: `judge` reads and weighs row by row, `commit` writes what it accepts.
"""
