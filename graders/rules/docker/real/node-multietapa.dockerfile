# syntax=docker/dockerfile:1.7
ARG NODE_VERSION=24.11.0
ARG ALPINE_VERSION=3.22

FROM node:${NODE_VERSION}-alpine${ALPINE_VERSION} AS base
WORKDIR /usr/src/app
ENV NODE_ENV=production \
    NPM_CONFIG_UPDATE_NOTIFIER=false \
    PATH=/usr/src/app/node_modules/.bin:$PATH

# Solo las dependencias de producción: cambian menos que el código.
FROM base AS deps
RUN --mount=type=bind,source=package.json,target=package.json \
    --mount=type=bind,source=package-lock.json,target=package-lock.json \
    --mount=type=cache,target=/root/.npm \
    npm ci --omit=dev

FROM deps AS build
COPY package.json package-lock.json ./
RUN --mount=type=cache,target=/root/.npm npm ci --include=dev
COPY tsconfig.json ./
COPY src ./src
RUN npm run build && \
    # quita lo que sobra
    rm -rf src \
    && find dist -name '*.map' -delete

FROM base AS final
RUN apk add --no-cache tini=~0.19 \
 && addgroup -S app && adduser -S -G app -u 10001 app
COPY --from=deps --chown=app:app /usr/src/app/node_modules ./node_modules
COPY --from=build --chown=10001 --link /usr/src/app/dist ./dist
COPY --chown=app:app package.json .
USER 10001
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=10s --retries=3 \
  CMD ["node", "dist/health.js"]
ENTRYPOINT ["/sbin/tini", "--"]
CMD ["node", "dist/server.js"]
