ARG REGISTRY=docker.io/library
ARG NGINX=1.29
FROM ${REGISTRY:-docker.io/library}/node:24 as assets
WORKDIR /site
COPY ["package.json", "package-lock.json", "./"]
RUN ["npm", "ci"]
COPY . .
RUN if [ -f angular.json ]; then npx ng build --configuration=production; else npm run build; fi; \
    for f in dist/*.js; do gzip -9 -k "$f"; done

FROM ${REGISTRY}/nginx:${NGINX}-alpine
COPY --from=assets /site/dist/ /usr/share/nginx/html/
COPY <<EOF /etc/nginx/conf.d/default.conf
server {
  listen 8080;
  root /usr/share/nginx/html;
  location / { try_files \$uri \$uri/ /index.html; }
  # comentario de nginx
}
EOF
RUN chown -R nginx:nginx /var/cache/nginx /usr/share/nginx/html && \
    touch /var/run/nginx.pid && \
    chown nginx:nginx /var/run/nginx.pid
USER 101
EXPOSE 8080
