tribune
