"""What the templates speak of: people, works, places, dates and numbers, drawn at random.

Names, titles, journals and places are real, but thrown together: the model is to learn where things
stand, not who wrote what.
"""

from training.facts.drawing import Facts, Work

__all__ = ["Facts", "Work"]
