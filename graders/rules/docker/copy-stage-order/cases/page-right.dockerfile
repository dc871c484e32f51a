FROM golang:1.26 AS build
FROM scratch
COPY --from=build /x /x
