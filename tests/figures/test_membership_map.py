import json

from components.figures.membership_map import membership_map
from data.questions.members import members_on
from tests.frames import frame

COUNTRIES = frame(
    "countries",
    {"country": "RUS", "name": "Russia", "kind": "state"},
    {"country": "IND", "name": "India", "kind": "state"},
    {"country": "BHR", "name": "Bahrain", "kind": "state", "lat": 26.2, "lon": 50.6},
    {"country": "XJK", "name": "Jammu <b>", "kind": "disputed_area", "parties": "IND;RUS"},
)
STANDING = members_on(
    frame("memberships", {"country": "RUS"}, {"country": "BHR", "status": "sco_partner"}),
    frame("memberships", {"country": "RUS"})["valid_from"].iloc[0],
)


def test_the_map_names_shapes_and_carries_none():
    spec = membership_map(STANDING, COUNTRIES).to_json()
    assert "coordinates" not in spec
    assert len(spec) < 30_000


def test_the_frame_is_fixed_and_the_base_map_is_ours():
    geo = membership_map(STANDING, COUNTRIES).layout.geo
    assert geo.fitbounds is False
    assert geo.resolution == 110


def test_each_status_and_the_disputed_areas_have_a_trace_of_their_own():
    figure = membership_map(STANDING, COUNTRIES)
    filled = {t.name: list(t.locations) for t in figure.data if t.type == "choropleth"}
    assert filled["Member"] == ["RUS"]
    assert filled["SCO partner"] == ["BHR"]
    assert filled["Disputed: hatched, in no state's colour"] == ["XJK"]


def test_a_state_too_small_to_hit_gets_a_dot():
    figure = membership_map(STANDING, COUNTRIES)
    dots = [t for t in figure.data if t.type == "scattergeo" and t.customdata]
    assert [list(t.customdata) for t in dots] == [["BHR"]]


def test_a_disputed_area_names_its_parties_and_its_name_is_literal():
    (disputed,) = [
        t for t in membership_map(STANDING, COUNTRIES).data if t.name and "Disputed" in t.name
    ]
    assert list(disputed.hovertext) == ["<b>Jammu &lt;b&gt;</b><br>Claimed by India and Russia"]


def test_a_chosen_state_is_outlined_and_a_stranger_is_not():
    plain = len(membership_map(STANDING, COUNTRIES).data)
    assert len(membership_map(STANDING, COUNTRIES, "RUS").data) == plain + 1
    assert len(membership_map(STANDING, COUNTRIES, "USA").data) == plain


def test_the_base_map_draws_every_country_of_the_system(dataset):
    from data import FOLDER

    base = json.loads((FOLDER / "geo" / "world_110m.json").read_text(encoding="utf-8"))
    shapes = {g["id"] for g in base["objects"]["countries"]["geometries"]}
    assert set(dataset.memberships["country"]) <= shapes
    assert {"XJK", "XAC", "XAP", "TWN", "UKR"} <= shapes


def test_no_shape_for_pydeck_crosses_the_180th_meridian():
    from data import FOLDER

    for name in ("countries.geojson", "countries_de_facto.geojson"):
        world = json.loads((FOLDER / "geo" / name).read_text(encoding="utf-8"))
        for feature in world["features"]:
            geometry = feature["geometry"]
            many = geometry["type"] == "MultiPolygon"
            for polygon in geometry["coordinates"] if many else [geometry["coordinates"]]:
                longitudes = [point[0] for ring in polygon for point in ring]
                assert max(longitudes) - min(longitudes) <= 180, (name, feature["id"])
