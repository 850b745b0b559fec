import json

import pandas as pd

from components.figures.statement_places import statement_places

PLACES = pd.DataFrame(
    [{"city": "Samarkand", "lat": 39.65, "lon": 66.96, "statements": 4, "speakers": "A, B"}]
)


def spec(**options) -> dict:
    return json.loads(statement_places(PLACES, "data/geo/countries.geojson", **options).to_json())


def test_no_base_map_is_asked_of_another_host():
    # Measured: unset (pydeck's own marker) draws without a base map; None or "" asks Carto.
    assert spec()["mapStyle"] == "__MAP_STYLE__"
    assert "mapProvider" not in spec()


def test_shapes_are_named_by_address_and_every_layer_has_an_id():
    layers = spec()["layers"]
    assert layers[0]["data"] == "data/geo/countries.geojson"
    assert [layer["id"] for layer in layers] == ["countries", "places"]


def test_the_chosen_city_has_a_colour_of_its_own():
    assert (
        spec()["layers"][1]["data"][0]["colour"]
        != (spec(selected_city="Samarkand")["layers"][1]["data"][0]["colour"])
    )
