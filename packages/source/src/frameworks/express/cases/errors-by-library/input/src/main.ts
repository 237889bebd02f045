import { ApolloServer } from 'apollo-server-express';
import express from 'express';

const app = express();
const server = new ApolloServer({ typeDefs: '' });
server.applyMiddleware({ app });

app.listen(3000);
