# check=experimental=InvalidDefinitionDescription
# expect: docker/stage-description 1-10
# la base
FROM alpine:3.22 AS base
