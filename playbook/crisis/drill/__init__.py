"""The drill: a crisis played step by step from a seed, with what each action does and what it costs."""
