"""The full-screen reader, on Textual.

``screens`` are composed of ``widgets``, which are painted, and ``controllers``, which do what a key asks for;
``contents`` works out what is shown. Begin with :mod:`briefreader.ui.launch` and ``screens/main.py``.
"""
