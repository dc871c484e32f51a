FROM scratch AS minima
COPY a /a
