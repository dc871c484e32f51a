FROM nginx:1.29
COPY a /usr/share/nginx/html
CMD ["nginx", "-g", "daemon off;"]
