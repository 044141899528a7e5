"""Zhijia (职家): the work platform of a county federation of trade unions."""
