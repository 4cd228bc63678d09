// Sends one request over and over on a few connections, in a thread of its own, and tells how long each answer took.
import { Agent, request } from 'node:http';
import { parentPort, workerData } from 'node:worker_threads';

const { url, method, headers, body, seconds, connections } = workerData;
const agent = new Agent({ keepAlive: true, maxSockets: connections });

const ask = () =>
  new Promise((resolve, reject) => {
    const sent = request(url, { method, headers, agent }, (answer) => {
      answer.resume();
      answer.on('end', () =>
        answer.statusCode === 200 ? resolve() : reject(new Error(`${url} answered ${answer.statusCode}`)),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });

const milliseconds = [];
const end = performance.now() + seconds * 1000;
const one = async () => {
  while (performance.now() < end) {
    const start = performance.now();
    await ask();
    milliseconds.push(performance.now() - start);
  }
};
await Promise.all(Array.from({ length: connections }, one));
agent.destroy();
parentPort.postMessage(milliseconds);
