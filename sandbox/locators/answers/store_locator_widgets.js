slw({"stores": [
{% for place in places %}
{"storeid": "{{ place.number }}", "name": {{ place.name | tojson }}, "display_order": {{ loop.index }}, "data": {"address": {{ (place.street ~ ", " ~ place.postcode ~ " " ~ place.city) | tojson }}, "country": {{ place.country | tojson }}, "map_lat": {{ place.lat }}, "map_lng": {{ place.lon }}, {% for day in place.week %}"hours_{{ day.name }}": "{{ day.opens ~ "-" ~ day.closes if day.opens else "Closed" }}"{{ ", " if not loop.last }}{% endfor %}}, "filters": []}{{ "," if not loop.last }}
{% endfor %}
], "display_order_set": true})
