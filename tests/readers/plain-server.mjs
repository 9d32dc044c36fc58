// The same addresses from a server that knows whole files alone: no tags, no HEAD, no ranges. node plain-server.mjs PORT SITE
import http from 'node:http';

const [port, site] = process.argv.slice(2);
http.createServer(async (request, response) => {
  const answer = await fetch(site + request.url, { headers: { accept: '*/*', 'accept-encoding': 'identity' } });
  response.writeHead(request.method === 'GET' ? answer.status : 405, { 'content-type': answer.headers.get('content-type') ?? '' });
  response.end(request.method === 'GET' ? Buffer.from(await answer.arrayBuffer()) : undefined);
}).listen(Number(port), '127.0.0.1');
