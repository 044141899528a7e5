"""Law and arithmetic of a union's own life: elections, chairs, bodies, sizes, grades. No database, no clock."""
