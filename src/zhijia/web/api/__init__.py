"""The programs' door: the same registers and figures as on screen, as JSON, through the same gate and scope."""
