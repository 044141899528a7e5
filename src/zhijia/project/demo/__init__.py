"""The demo county: an invented federation on the day 2014-07-10, made anew with a fixed seed.

Places are named as they are; persons, workplaces, numbers and telephones are invented and lead to nobody.
"""
