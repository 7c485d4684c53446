"""A list of records behind an address that answers JSON.

Recognise it: the browser's network panel shows a request (XHR or fetch) whose answer is JSON with the records in it.

    [sources.options]
    url = "/api/locations?page={page}&size={size}"    # relative to the retailer's; {page}, {offset}, {size}, {token}
    method = "GET"                                    # POST where json or form is given
    headers = { X-Api-Key = "$SHOP_KEY" }             # a secret is written $NAME and read from the environment
    json = { query = "{ stores { id } }" }            # a request body: json, or form
    paging = { kind = "page", first = 1, size = 50 }  # none, page, offset or token; until = "short", "empty", "repeat"
    near = { area = [50.7, 3.3, 53.6, 7.3], cap = 50 }    # or: it lists what is nearest to {lat}, {lon} within {km}
    unwrap = "json"                                   # or "script" (JSON in a page's scripts), "xml", "csv"
    inside = "html"                                   # JMESPath of a text in the answer that holds the list
    items = "locations"                               # JMESPath of the list; "@" for the answer itself
    total = "total"                                   # JMESPath of the count that the source announces
    cap = 100                                         # the most records that one answer holds
    time = "generated_at"                             # JMESPath of the source's own time
    fields = { location_ref = "id", city = "address.city" }   # our field = JMESPath in an item
    constants = { service = "pickup" }
    values = { status = { no_time = "no_pickup_time" } }      # the source's word = ours
    closed = "is_closed"                              # JMESPath that is true for a place closed for good

Of locations, ``items`` may be left out where one list looks like places, and so may fields whose keys say what they
are, in one of the languages of Europe. What is found is seen with ``orderscope read locations FILE``.

Traps: a server may cap ``size`` without saying so (the pages' real size is used where a total is announced); a list
of what is near a point is not a list of all, unless ``near`` asks until it is; an address with a key in its query is
archived with the key, so keys belong into headers. Headers and bodies go to the servers of ``url`` only: a redirect
or a link to another one is followed without them, and what is posted is not passed on.
"""

from spiders.adapter import Adapter


class JsonApi(Adapter):
    """Any JSON list, paged or not."""
