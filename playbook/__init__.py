"""What a company decides about its Weibo accounts: rules, data, plans and their planners."""
