"""The system `matrix`: which accounts the company has, whose they are, why each, and who relays whom."""
