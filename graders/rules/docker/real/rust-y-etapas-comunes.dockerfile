# escape=\
FROM rust:1.91-slim-trixie AS chef
RUN cargo install cargo-chef --version 0.1.72 --locked
WORKDIR /app

FROM chef AS planner
COPY . .
RUN cargo chef prepare --recipe-path recipe.json

FROM chef AS builder
COPY --from=planner /app/recipe.json recipe.json
RUN cargo chef cook --release --recipe-path recipe.json
COPY . .
ARG FEATURES
RUN cargo build --release ${FEATURES:+--features "$FEATURES"} --bin servidor

FROM debian:trixie-slim AS runtime
WORKDIR /app
ADD --checksum=sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d https://example.com/certs.tar.gz /opt/
COPY --from=builder /app/target/release/servidor /usr/local/bin
USER 65534:65534
ENTRYPOINT ["/usr/local/bin/servidor"]
ONBUILD COPY config.toml /etc/servidor/
