"""The sequence model: which stretch of a reference string is author, title, container, ...

`label` cuts a string into tokens, lets a trained model give each token a label, and returns the
labelled stretches with the probability that each is right. It knows no layout by rule: what it
knows was learnt by `training/`, where the labels are documented too.
"""

from citemgr.references.labels.decode import Labelling, label
from citemgr.references.labels.features.gazetteers import known_lists

__all__ = ["Labelling", "known_lists", "label"]
