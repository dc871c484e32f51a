import express from 'express'; // expect: service/import

const app = express();
app.listen(8080);
