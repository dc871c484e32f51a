FROM debian:13 AS base
FROM base AS final
