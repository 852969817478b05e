# The server in a container. docker-compose.yml puts Redis and a TURN server beside it.
FROM node:24.21.0-trixie-slim AS base
WORKDIR /app
COPY package.json package-lock.json .npmrc ./

FROM base AS packages
RUN npm ci

# From source, against this very Debian: the same way as on a machine without Internet (ADR 0002).
FROM packages AS worker
COPY scripts scripts
RUN MEDIASOUP_SKIP_WORKER_PREBUILT_DOWNLOAD=1 node scripts/worker/ensure-worker.mjs \
  && install -D "$(node scripts/worker/ensure-worker.mjs)" /worker/mediasoup-worker

FROM packages AS client
COPY tsconfig.json vite.config.ts ./
COPY shared shared
COPY client client
RUN npm run build

# The image's own Node runs the server: the one among the packages is for hosts.
FROM base AS run-time-packages
RUN npm ci --omit=dev && rm -rf node_modules/node-linux-* node_modules/.bin/node

FROM base
# The libraries that the worker links to; ffmpeg for recordings; Liberation Serif for papers; qpdf for marked documents; poppler draws their pages into films; redis-cli for backups;
# util-linux-extra keeps programs on strangers' files from the network, where no namespaces are to be had (ADR 0072).
RUN apt-get update \
  && apt-get install -y --no-install-recommends ffmpeg fonts-liberation libsrtp2-1 libssl3t64 poppler-utils qpdf redis-tools util-linux-extra \
  && rm -rf /var/lib/apt/lists/*
COPY --from=worker /worker/mediasoup-worker /usr/local/bin/
COPY --from=run-time-packages /app/node_modules node_modules
COPY --from=client /app/dist/client dist/client
COPY shared shared
COPY server server
ENV NODE_ENV=production DATA_DIR=/data MEDIASOUP_WORKER_BIN=/usr/local/bin/mediasoup-worker
RUN install --directory --owner=node --mode=0700 /data
VOLUME /data
USER node
EXPOSE 3000 40000-40003/tcp 40000-40003/udp
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + (process.env.PORT || 3000) + '/health').then((response) => process.exit(response.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "server/main.ts"]
