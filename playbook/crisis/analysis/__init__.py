"""What the data say of a crisis: words that find what is said of us, alarms, the speed of a wave, samples that lie."""
