"""A small retailer on localhost whose truth is known: for the demo, the tests and the benchmarks.

``world`` draws everything that will ever happen, ``shop`` shows of it what is true at the shop's present, ``web``
serves that over HTTP, ``truth`` lays it open as tables. It is modelled on the case study and knows nothing of
orderscope.
"""
