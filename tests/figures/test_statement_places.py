import json

import pandas as pd

from components.figures.statement_places import statement_places

PLACES = pd.DataFrame(
    [{"city": "Samarkand", "lat": 39.65, "lon": 66.96, "statements": 4, "speakers": "A, B"}]
)


def spec(**options) -> dict:
    urls = ("data/geo/countries.geojson", "data/geo/hatching.geojson")
    return json.loads(statement_places(PLACES, *urls, **options).to_json())


def test_no_base_map_is_asked_of_another_host():
    # Measured: unset (pydeck's own marker) draws without a base map; None or "" asks Carto.
    assert spec()["mapStyle"] == "__MAP_STYLE__"
    assert "mapProvider" not in spec()


def test_shapes_are_named_by_address_and_every_layer_has_an_id():
    layers = spec()["layers"]
    assert layers[0]["data"] == "data/geo/countries.geojson"
    assert layers[1]["data"] == "data/geo/hatching.geojson"
    assert [layer["id"] for layer in layers] == ["countries", "hatching", "places"]


def test_the_chosen_city_has_a_colour_of_its_own():
    assert (
        spec()["layers"][-1]["data"][0]["colour"]
        != (spec(selected_city="Samarkand")["layers"][-1]["data"][0]["colour"])
    )


JOURNEYS = pd.DataFrame(
    [
        {
            "person": "Xi Jinping", "country": "CHN", "home": "Beijing", "home_lat": 39.9,
            "home_lon": 116.4, "city": "Samarkand", "lat": 39.65, "lon": 66.96, "journeys": 2,
            "days": "2022-09-15",
        }
    ]
)  # fmt: skip


def test_a_journey_is_an_arc_from_the_capital_to_the_city():
    layers = {layer["id"]: layer for layer in spec(journeys=JOURNEYS)["layers"]}
    (arc,) = layers["journeys"]["data"]
    assert (arc["from"], arc["to"]) == ([116.4, 39.9], [66.96, 39.65])
    assert arc["what"] == "2 journeys"
