# check=experimental=all
ARG V=3.22
# la base de todo # expect: docker/stage-description 1-58
FROM alpine:3.22 AS base
