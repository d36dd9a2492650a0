"""What authors get wrong in the notation of a file: where, in their words, and what they meant.

They paste from word processors, and write numbers and lists the way their language
does. What each of them probably meant is known here, so that the rest of the file can
be looked at as well.
"""
