"""What every office needs and no union invented: periods, money, names, numbers of persons, sheets, tree paths.

Pure Python. No Django, no models, no clock and no randomness of its own.
"""
