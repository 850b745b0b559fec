"""SCO Observatory: the entry point of ``streamlit run``.

Streamlit uses this file twice. The server imports it once, before any visitor exists, and
finds ``app``; each visitor's session then runs it as a script.
"""

import streamlit as st

from components import navigation, server

if st.runtime.exists():
    st.set_page_config(page_title="SCO Observatory", page_icon=str(navigation.ICON), layout="wide")
    st.navigation(navigation.pages(), position="top").run()
else:
    app = st.App(
        __file__,
        routes=server.routes(),
        middleware=server.middleware(),
        lifespan=server.lifespan,
    )
