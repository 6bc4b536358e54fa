"""The sequence model: which stretch of a reference string is author, title, container, ...

`label` cuts a string into tokens, lets a trained network and a chain over its labels give each
token a label, and returns the labelled stretches with the probability that each is right. It knows
no layout by rule: what it knows was learnt by `training/`, where the labels are documented too.
"""

from citemgr.references.labels.features.gazetteers import known_lists
from citemgr.references.labels.labelling import Labelling, label
from citemgr.references.labels.tags import LABELS

__all__ = ["LABELS", "Labelling", "known_lists", "label"]
