#!/nowhere/python
