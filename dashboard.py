"""SCO Observatory: the entry point of ``streamlit run``.

Streamlit uses this file twice. The server imports it once, before any visitor exists, and
finds ``app``; each visitor's session then runs it as a script.
"""

import streamlit as st

from components import navigation, server

if st.runtime.exists():
    # Before the navigation: a page's own symbol would be asked of a font host as the tab's icon.
    st.set_page_config(page_icon=str(navigation.ICON), layout="wide")
    page = st.navigation(navigation.pages(), position="top")
    st.set_page_config(page_title=f"{page.title} · SCO Observatory")
    page.run()
else:
    app = st.App(
        __file__,
        routes=server.routes(),
        middleware=server.middleware(),
        lifespan=server.lifespan,
    )
