# check=experimental=InvalidDefinitionDescription
# V es la versión
ARG V=3.22

# nota

FROM alpine:$V AS base
