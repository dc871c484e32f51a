FROM alpine:3.22 AS a
RUN a
RUN b
RUN c
FROM alpine:3.22
RUN a
RUN b
COPY x /x
RUN --mount=type=cache,target=/c a
RUN c
RUN <<EOF
x
EOF
