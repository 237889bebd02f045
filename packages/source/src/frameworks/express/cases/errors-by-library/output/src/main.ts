import './platform/config/env.js';
import { ApolloServer } from 'apollo-server-express';
import express from 'express';
import { installPlatform, installPlatformErrors, superviseServer } from './platform/index.js';

const app = express();
installPlatform(app);
const server = new ApolloServer({ typeDefs: '' });
server.applyMiddleware({ app });
installPlatformErrors(app);

const httpServer = app.listen(3000);
superviseServer(httpServer);
