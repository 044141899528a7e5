"""和谐创建: contracts between employers and their workers."""
