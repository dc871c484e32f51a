# syntax=docker/dockerfile:1
# check=error=true

ARG GO_VERSION=1.26
FROM --platform=$BUILDPLATFORM golang:${GO_VERSION}-bookworm AS build
ARG TARGETOS
ARG TARGETARCH TARGETVARIANT
ARG VERSION=dev
WORKDIR /src
ENV CGO_ENABLED=0 GOFLAGS="-trimpath -buildvcs=false"
COPY go.mod go.sum ./
RUN --mount=type=cache,target=/go/pkg/mod go mod download -x
COPY . .
RUN --mount=type=cache,target=/go/pkg/mod \
    --mount=type=cache,id=gobuild-$TARGETARCH,target=/root/.cache/go-build <<EOF
set -eux
export GOOS=$TARGETOS GOARCH=$TARGETARCH GOARM=${TARGETVARIANT#v}
go vet ./...
go build -ldflags="-s -w -X main.version=${VERSION}" -o /out/app ./cmd/app
EOF

FROM build AS test
RUN go test ./...

FROM scratch AS binary
COPY --from=build /out/app /app

FROM gcr.io/distroless/static-debian12:nonroot
LABEL org.opencontainers.image.source="https://example.com/equipo/app" \
      org.opencontainers.image.licenses=MIT
COPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/
COPY --from=binary /app /usr/local/bin/app
EXPOSE 8080/tcp 9090
ENTRYPOINT ["/usr/local/bin/app"]
CMD ["--listen=:8080", "--metrics=:9090"]
