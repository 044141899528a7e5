"""FACTS, typed once by the lowest union that knows them."""
