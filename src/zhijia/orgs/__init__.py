"""The tree of the federation: county, committees, joint and grassroots unions, each with its dates."""
