# syntax=docker/dockerfile:1
FROM python:3.14-slim-trixie AS base

ENV PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    PIP_NO_CACHE_DIR=1 \
    PIP_DISABLE_PIP_VERSION_CHECK=on \
    VIRTUAL_ENV=/opt/venv

ENV PATH="${VIRTUAL_ENV}/bin:${PATH}"

SHELL ["/bin/bash", "-euo", "pipefail", "-c"]

FROM base AS builder
# hadolint ignore=DL3008
RUN --mount=type=cache,target=/var/cache/apt,sharing=locked \
    --mount=type=cache,target=/var/lib/apt/lists,sharing=locked \
    apt-get update && apt-get install -y --no-install-recommends build-essential libpq-dev
COPY --from=ghcr.io/astral-sh/uv:0.9 /uv /uvx /bin/
WORKDIR /app
RUN python -m venv "$VIRTUAL_ENV"
COPY pyproject.toml uv.lock README.md ./
RUN --mount=type=cache,target=/root/.cache/uv uv sync --frozen --no-install-project --no-dev
COPY src/ src/
RUN --mount=type=secret,id=pypi,env=UV_INDEX_PRIVATE_PASSWORD uv sync --frozen --no-dev

FROM base AS runtime
ARG UID=10001
RUN <<'EOT'
apt-get update
apt-get install -y --no-install-recommends libpq5
rm -rf /var/lib/apt/lists/*
useradd --system --uid "${UID:-10001}" --home-dir /app --shell /usr/sbin/nologin app
EOT
WORKDIR /app
COPY --from=builder --chown=10001:10001 /opt/venv /opt/venv
COPY --from=builder --chown=10001:10001 /app/src ./src
COPY --chmod=0755 <<-"EOF" /usr/local/bin/arranca
	#!/bin/sh
	set -e
	python -m src.migraciones
	exec "$@"
EOF
USER ${UID}:${UID}
EXPOSE 8000
ENTRYPOINT ["arranca"]
CMD ["gunicorn", "--bind=0.0.0.0:8000", "--workers=2", "src.wsgi:app"]
