"""SCO Observatory: the entry point of ``streamlit run``.

Streamlit uses this file twice. The server imports it once, before any visitor exists, and
finds ``app``; each visitor's session then runs it as a script.
"""

import gc

import streamlit as st

if st.runtime.exists():
    from components import navigation

    # Before the navigation: a page's own symbol would be asked of a font host as the tab's icon.
    st.set_page_config(page_icon=str(navigation.ICON), layout="wide")
    page = st.navigation(navigation.pages(), position="top")
    st.set_page_config(page_title=f"{page.title} · SCO Observatory")
    page.run()
else:
    # What a server makes while it starts stays: looking for garbage in it every 700 objects
    # took a tenth of the time to the first page.
    gc.set_threshold(50_000, 2, 2)

    from components import server

    app = st.App(
        __file__,
        routes=server.routes(),
        middleware=server.middleware(),
        lifespan=server.lifespan,
    )
